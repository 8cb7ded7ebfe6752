#!/bin/sh
# Makes the clips and the music that the studio "generates": sh resources/samples/make.sh
# Needs ffmpeg with libx264 (Debian's will do). The pictures are formulas of place (X, Y) and time (T), so a second run
# looks the same. Ten seconds, 640x360, 30 frames/s, H.264 + AAC, index in front.
set -eu
cd "$(dirname "$0")"

clip() { # name, red, green, blue, two tones in Hz
  picture="nullsrc=s=320x180:r=30,format=gbrp,geq=r='clip($2,0,255)':g='clip($3,0,255)':b='clip($4,0,255)'"
  picture="$picture,scale=640:360:flags=bicubic,format=yuv420p"
  sound="sine=frequency=$5:sample_rate=44100[a];sine=frequency=$6:sample_rate=44100[b];[a][b]amix=2,tremolo=f=0.4:d=0.5,volume=0.6"
  ffmpeg -v error -y -f lavfi -i "$picture" -f lavfi -i "$sound" -t 10 -map 0:v -map 1:a \
    -c:v libx264 -preset slow -crf 27 -g 60 -c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact \
    -movflags +faststart "$1.mp4"
}

# Ocean: glints on water under a pale horizon.
glint="pow(0.5+0.5*sin(X/17+T*1.1+sin(Y/9+T)*2)*sin(Y/5-T*2.4+sin(X/31)*2),6)*clip((Y-70)/14,0,1)"
clip ocean "20+90*exp(-pow((Y-62)/26,2))+90*$glint" "60+110*exp(-pow((Y-60)/34,2))+50*(Y/180)+90*$glint" \
  "120+70*exp(-pow((Y-60)/44,2))+30*(1-Y/180)+60*$glint" 98 147

# Sunset: the sun goes down behind two lines of hills.
sun="(pow(X-176,2)+pow(Y-(58+T*6),2))"
far="(1-0.45*clip(Y-(124+9*sin(X/34+T*0.12)+5*sin(X/13+2)),0,1))"
near="(1-0.72*clip(Y-(144+10*sin(X/25+T*0.3)+5*sin(X/9+1+T*0.3)),0,1))"
clip sunset "(84+150*exp(-pow((Y-120)/70,2))+90*exp(-$sun/900))*$far*$near" \
  "(34+92*exp(-pow((Y-125)/50,2))+130*exp(-$sun/600))*$far*$near" \
  "(112-44*exp(-pow((Y-130)/60,2))+60*exp(-$sun/420))*$far*(0.35+0.65*$near)" 131 196

# City: three rows of lights out of focus, the near ones passing faster.
lamp() { # speed, spacing, offset, radius, height, sway
  at="(X+T*$1+$3)"
  echo "exp(-pow((mod($at,$2)-$2/2)/$4,2)-pow((Y-$5-$6*sin(floor($at/$2)*2.1))/$4,2))"
}
back="$(lamp 6 29 0 4 84 26)"
middle="$(lamp 14 53 10 9 108 22)"
front="$(lamp 28 97 20 17 140 16)"
clip city "22+26*Y/180+90*$back+225*$middle+190*$front" "18+26*Y/180+150*$back+130*$middle+66*$front" \
  "58+60*Y/180+190*$back+60*$middle+140*$front" 110 165

# Music: four slow chords of sines, twelve seconds.
chord="sin(2*PI*t*%s)+0.8*sin(2*PI*t*%s)+0.6*sin(2*PI*t*%s)"
voice() { printf "(between(t,$1,$1+3)*sin(PI*(t-$1)/3)*($chord))" "$2" "$3" "$4"; }
ffmpeg -v error -y -f lavfi -t 12 -i "aevalsrc='0.2*($(voice 0 220 261.6 329.6)+$(voice 3 174.6 220 261.6)+$(voice 6 196 246.9 293.7)+$(voice 9 164.8 207.7 329.6))':s=44100" \
  -c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact -movflags +faststart music.m4a
