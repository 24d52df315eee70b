"""The figures of performance: measured in one run beside the machine's limit, told as ratios."""
