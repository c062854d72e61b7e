"""The desk as tools of an agent, by the Model Context Protocol (the extra ``dateline[mcp]``)."""
