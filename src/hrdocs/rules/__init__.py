"""The rules: pure functions over the records, without files, clock or third-party input and output."""
