"""A copy's text to a Notice: header, sections, tasks, agencies, obligations, citations, domains."""
