"""What people read: tables for the terminal and the brief as a web page or Markdown."""
