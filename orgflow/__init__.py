"""OrgFlow: proposals of nomenclature and structure over a dated organisation."""
