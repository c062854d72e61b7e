"""Watch: kept feeds read when they are due, stages run after, watchlists answered with alerts.

This floor joins the gather stage, the store and the pipeline over time. It is handed a store
and options; the desk offers it as verbs (:class:`dateline.watch.verbs.WatchVerbs`).
"""
