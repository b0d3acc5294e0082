"""Where Alembic runs the steps: on the connection that it is given, all of them in one transaction."""

from alembic import context

from hrdocs.register import schema

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Run `hrdocs migrate`.")
context.configure(connection=connection, target_metadata=schema.metadata, transactional_ddl=True)
context.run_migrations()
