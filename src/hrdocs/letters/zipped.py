"""The same package with the same bytes, whatever the clock says."""

import io
import zipfile

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def fix_zip(data: bytes) -> bytes:
    """The same members in the same order, with time stamps that never change."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            target.writestr(info, source.read(entry), compresslevel=6)
    return out.getvalue()
