"""What the project claims of itself, measured: robustness against damage, throughput."""
