"""The chart of an organisation as pure geometry: units in, boxes and lines on pages out."""
