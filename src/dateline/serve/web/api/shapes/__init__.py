"""The shapes of the API's answers: what OpenAPI tells of them and what is sent are one."""
