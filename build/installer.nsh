; "Open with" offers Rushes, which never becomes the program that opens a video or a picture: electron-builder's own associations would.
!macro openWith EXT
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXT}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro openWith "mp4"
  !insertmacro openWith "mov"
  !insertmacro openWith "avi"
  !insertmacro openWith "webm"
  !insertmacro openWith "mkv"
  !insertmacro openWith "jpg"
  !insertmacro openWith "jpeg"
  !insertmacro openWith "png"
  !insertmacro openWith "gif"
  !insertmacro openWith "webp"
  !insertmacro openWith "mp3"
  !insertmacro openWith "wav"
  !insertmacro openWith "m4a"
  !insertmacro openWith "aac"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
