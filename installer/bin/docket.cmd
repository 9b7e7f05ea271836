@echo off
rem Starts Docket with the JDK 25 or newer in DOCKET_JAVA_HOME or JAVA_HOME, else with java on the path. Not tested on Windows yet.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined DOCKET_JAVA_HOME set "JAVA=%DOCKET_JAVA_HOME%\bin\java"
set "LEARNED="
if exist "%~dp0..\lib\docket.aot" set LEARNED="-XX:AOTCache=%~dp0..\lib\docket.aot" -Xlog:aot*=off
"%JAVA%" %LEARNED% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:-CreateCoredumpOnCrash -XX:MetaspaceSize=192m -XX:+UseSerialGC -XX:MarkSweepDeadRatio=0 -Xmx2g -Xmn640m -XX:SurvivorRatio=3 -Ddocket.home="%~dp0.." -cp "%~dp0..\lib\*" dev.docket.Launcher %*
