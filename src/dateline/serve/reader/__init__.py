"""The Google Reader API, as Miniflux and FreshRSS serve it: people keep the reader they like.

There is one subscription, the desk's stories, with one entry a story; watchlists are labels.
What was read and starred is kept for each name that signs in.
"""
