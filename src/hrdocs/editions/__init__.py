"""Documents for one audience: editions with items left out, and copies with words taken out.

What leaves here holds only what its reader may have. A Word file is written anew from the parts that
are needed, so that nothing is left in comments, earlier revisions, hidden text or properties.
"""
