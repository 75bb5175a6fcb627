"""Random walks of whole offices: proposals, people, days, the ministry and the registry together."""
