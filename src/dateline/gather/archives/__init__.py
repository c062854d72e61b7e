"""What agencies, archives and other people's crawlers write: one module a form."""
