"""The report as one HTML file: its words, its charts, its page. Heavy: imported to write one."""
