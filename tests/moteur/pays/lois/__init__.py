"""Les lois de Brume, royaume imaginaire de moulins et de salines."""
