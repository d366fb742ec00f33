"""An event mention while it is put together: the candidate trigger, its participants so far, families of roles, thresholds, what was weighed."""
