"""Speed and memory, shown as ratios against a peer run in the same minute."""
