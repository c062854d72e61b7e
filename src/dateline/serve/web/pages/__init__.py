"""The pages that people read. Each asks the desk and fills a template."""
