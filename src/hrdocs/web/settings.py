"""What a running server needs to know beside its workspace."""

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import urlsplit

# What the children that read foreign files load before they are needed.
READERS_NEED = ("hrdocs.desk.reading", "hrdocs.desk.looking")


@dataclass(frozen=True, slots=True)
class Clock:
    """The time where the server runs; `fixed` stops it for tests and pictures."""

    fixed: dt.datetime | None = None

    def now(self) -> dt.datetime:
        """The moment, in UTC."""
        return self.fixed or dt.datetime.now(dt.UTC).replace(microsecond=0)

    def today(self) -> dt.date:
        """Today, where the server is."""
        return (self.fixed or dt.datetime.now().astimezone()).date()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages are served.

    `public_address` is the https:// address under which a TLS proxy offers them. `user` is who sits at
    the machine where there are no accounts. `start_token` opens the pages once.
    """

    port: int = 8000
    team: bool = False
    user: str = "local"
    start_token: str = ""
    public_address: str = ""
    clock: Clock = field(default=Clock())
    background: bool = True

    @property
    def origins(self) -> frozenset[str]:
        """The addresses from which the pages may be asked for."""
        if self.public_address:
            parts = urlsplit(self.public_address)
            return frozenset({f"{parts.scheme}://{parts.netloc}"})
        return frozenset(f"http://{host}:{self.port}" for host in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def hosts(self) -> frozenset[str]:
        """The values that the Host header may have."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)

    @property
    def is_secure(self) -> bool:
        """Whether the pages are reached over TLS."""
        return self.public_address.startswith("https://")

    @property
    def cookie(self) -> str:
        """The session cookie's name: cookies are shared between ports, so the port is in it."""
        return "__Host-hrdocs" if self.is_secure else f"hrdocs-{self.port}"
