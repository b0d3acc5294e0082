"""The use cases, one file each: the only place where rules and adapters meet."""
