"""When an act took place, and for how long."""
