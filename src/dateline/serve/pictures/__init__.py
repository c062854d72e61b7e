"""Pictures drawn on the server: SVG without script or style of its own, its marks linked."""

from dateline.serve.pictures.dyad import dyad_chart
from dateline.serve.pictures.engine import Picture, draw
from dateline.serve.pictures.network import Edge, network
from dateline.serve.pictures.timeline import Moment, timeline
from dateline.serve.pictures.world import Place, warm, world_map

__all__ = [
    "Edge", "Moment", "Picture", "Place", "draw", "dyad_chart", "network", "timeline", "warm",
    "world_map",
]  # fmt: skip
