"""How does a command reach the database while the app holds it? It is handed over to the app, on this machine alone.

    command line ──secret beside the database──▶ the app's door on 127.0.0.1 ──▶ the same command, on the open database
                 ◀── its words; its files are read and written here, by whoever gave the command ──

Whoever may read the secret may hand over a command; both sides prove that they know it, and it is never sent.
"""
