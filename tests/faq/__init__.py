"""How well the FAQ finds what people ask: questions, its evaluation, the training of its judge."""
