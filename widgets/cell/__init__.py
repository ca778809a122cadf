"""The diagram of a recurrent cell with gates: its flow, its equations and their numbers."""
