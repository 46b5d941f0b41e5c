"""What people bring, made safe: a child process reads pictures and clips and writes new ones; the server never does."""
