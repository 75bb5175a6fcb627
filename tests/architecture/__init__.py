"""The tests that hold the structure: each rule is a function over a folder, and each is seen to bite."""
