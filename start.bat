@echo off
py "%~dp0start.py" %* || pause
