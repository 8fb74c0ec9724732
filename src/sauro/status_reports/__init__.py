"""Official reports on how work stands at the end of a period or for one directive, frozen when they are issued."""
