"""Which addresses may be opened: those of the public internet, looked up once and then held to."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit


class AddressError(ValueError):
    """An address that is not opened.

    Attributes:
        problem: what is wrong with it.
        remedy: what the user can do.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{problem}. {remedy}")


def web_parts(url: str) -> SplitResult:
    """Return the parts of a web address; raises AddressError where it is none that may be opened."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressError(f"not a web address ({error})", "Check its spelling") from error
    if parts.scheme not in ("http", "https"):
        raise AddressError(f"{parts.scheme or 'no'} scheme where http or https was expected", "Give a web address")
    if not parts.hostname or port == 0:
        raise AddressError("a web address without a host", "Check its spelling")
    if parts.username is not None or parts.password is not None:
        raise AddressError("a web address with a password in it", "Take the part before @ out; save the page by hand")
    return parts


def public_address(host: str, port: int, *, allow_private: bool) -> str:
    """Look up a host and return the IP address to connect to.

    The caller connects to what was checked: a name that is looked up twice could lead elsewhere the second time.

    Raises:
        AddressError: the name is not known, or leads, by any of its addresses, into a private network.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        remedy = "Check the spelling and the connection to the network"
        raise AddressError(f"host {host!r} cannot be found", remedy) from error
    addresses = [str(entry[4][0]).split("%", 1)[0] for entry in found]
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                problem = f"host {host!r} is in a private network ({address}), which is not opened"
                raise AddressError(problem, "Save the page and give the file")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also where it wraps an IPv4 address."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and found in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast
