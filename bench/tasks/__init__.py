"""One module a task: ``run(data, args)`` returns its figures."""
