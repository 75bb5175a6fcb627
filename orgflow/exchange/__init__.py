"""How the registry goes into spreadsheets and linked data, and comes from them."""
