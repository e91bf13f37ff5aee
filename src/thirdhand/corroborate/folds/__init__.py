"""Claims on one matter become one assessment, with weights, grounds and grade."""
