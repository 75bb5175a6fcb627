"""What is asked of each kind of change, and the operations that the answers come to."""
