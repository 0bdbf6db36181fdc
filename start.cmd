@echo off
rem Starts the product on Windows: a double click sets it up the first time, starts it and opens the browser.
rem Startet das Produkt unter Windows: Ein Doppelklick richtet es beim ersten Mal ein, startet es und oeffnet den Browser.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
title LSN 2030

set "NEW_ENOUGH=import sys; sys.exit(sys.version_info < (3, 11))"
set "PYTHON="
py -3 -c "%NEW_ENOUGH%" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python -c "%NEW_ENOUGH%" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto no_python

fc /b requirements.txt .venv\requirements.txt >nul 2>nul && goto run
echo Setting up. This takes some minutes, once.
echo Einrichtung. Das dauert einige Minuten, einmal.
if exist .venv\Scripts\python.exe goto libraries
%PYTHON% -m venv .venv
if errorlevel 1 goto failed
:libraries
.venv\Scripts\python -m pip install -q -r requirements.txt
if errorlevel 1 goto failed
.venv\Scripts\python -m lsn_data demo --first-time
if errorlevel 1 goto failed
copy /y requirements.txt .venv\requirements.txt >nul

:run
.venv\Scripts\python -m lsn_data.watched && goto there_already
echo.
echo The product runs as long as this window is open. To stop it, close the window.
echo Das Produkt läuft, solange dieses Fenster offen ist. Zum Beenden schließen Sie das Fenster.
start "" /b .venv\Scripts\python -m lsn_data.watched --open
.venv\Scripts\python -m streamlit run app.py --server.port 8501
if errorlevel 1 goto failed
exit /b 0

:there_already
echo The product runs already.
echo Das Produkt läuft bereits.
.venv\Scripts\python -m lsn_data.watched --open
exit /b 0

:no_python
echo Python 3.11 or newer is missing. Install it from https://www.python.org/downloads/ and double-click start.cmd again.
echo Python 3.11 oder neuer fehlt. Installieren Sie es von https://www.python.org/downloads/ und doppelklicken Sie start.cmd erneut.
pause
exit /b 1

:failed
echo.
echo It did not work; the lines above say why. Nothing of your data was changed.
echo Es hat nicht geklappt; die Zeilen darüber sagen, warum. An Ihren Daten wurde nichts geändert.
pause
exit /b 1
