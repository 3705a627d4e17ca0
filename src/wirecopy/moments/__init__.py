"""Times: words → expressions (`grammar`), expressions → moments (`resolve`), and what they tell of a report's date."""
