"""Many items, one function: run in processes of this machine or on a cluster.

Knows no cases. An executor is anything with `submit`; what goes wrong with an item is its outcome and
never ends the run. Memory is bounded by the window of items in hand, not by their number.
"""

from hrdocs.batch.cluster import ClusterPool
from hrdocs.batch.local import LocalPool, default_jobs, guarded
from hrdocs.batch.running import Done, finished, run
from hrdocs.batch.stores import is_address, iter_stored, read_stored

Pool = LocalPool | ClusterPool

__all__ = ["ClusterPool", "Done", "LocalPool", "Pool", "default_jobs", "finished", "guarded", "is_address",
           "iter_stored", "read_stored", "run"]  # fmt: skip
