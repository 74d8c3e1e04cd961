#!/bin/sh
# Fetches a set of annotated faces from its official address and unpacks it.
#
#   datasets/fetch.sh imm|ibug [FOLDER]
#   datasets/fetch.sh --print-sum imm|ibug
#
# FOLDER is where the faces go (default: imm_face_db or ibug_300W beside this script). The download
# goes on where it stopped when this is run again. Nothing appears under FOLDER until the archive
# is known to be whole. RUDOLPH_FETCH_URL names another address, for a mirror.
#
# The publishers name no checksums. So the SHA-256 of what the first fetch brings is kept (in
# ~/.local/share/rudolph/dataset-sums), told, and every later fetch must bring the same; those in the
# file sha256sums beside this script go before it, and RUDOLPH_FETCH_SHA256 before both. --print-sum
# prints the one that is known as a line for that file.
set -eu

usage() {
    echo "usage: datasets/fetch.sh imm|ibug [FOLDER], or --print-sum imm|ibug" >&2
    exit 2
}

fail() {
    echo "fetch.sh: $1" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null 2>&1 || fail "$1 is missing; install it with: apt-get install $2"
}

print_sum=
if [ "${1-}" = --print-sum ]; then
    print_sum=yes
    shift
    [ $# -eq 1 ] || usage
fi
[ $# -ge 1 ] && [ $# -le 2 ] || usage
set_name=$1
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
case $1 in
imm)
    title="the IMM face database (240 faces, 58 points)"
    addresses="https://www2.imm.dtu.dk/~aam/datasets/imm_face_db.zip
               https://www2.imm.dtu.dk/pubdb/edoc/imm3219.zip"
    folder=${2:-$here/imm_face_db}
    kind=zip
    sign='*.asf'
    ;;
ibug)
    title="dlib's 300-W archive (thousands of faces and their mirrored twins, 68 points)"
    addresses="https://dlib.net/files/data/ibug_300W_large_face_landmark_dataset.tar.gz"
    folder=${2:-$here/ibug_300W}
    kind=tar.gz
    sign='labels_ibug_300W_train.xml'
    ;;
*)
    usage
    ;;
esac
addresses=${RUDOLPH_FETCH_URL:-$addresses}
folder=${folder%/}
[ -n "$folder" ] || fail "FOLDER cannot be the root folder"
parent=$(dirname -- "$folder")
part=$folder.$kind.part

# What to open afterwards: the list, where there is one, as it brings the faces' boxes.
say_next() {
    data=$folder
    [ "$kind" = zip ] || data=$folder/$sign
    echo "Next: rudolph inspect '$data'"
}

has_faces() {
    [ -n "$(find "$1" -name "$sign" -type f 2>/dev/null | head -n 1)" ]
}

is_whole() {
    if [ "$kind" = zip ]; then
        unzip -tqq "$part" >/dev/null 2>&1
    else
        gzip -t "$part" 2>/dev/null && tar -tzf "$part" >/dev/null 2>&1
    fi
}

case ${XDG_DATA_HOME-} in
/*) kept_sums=$XDG_DATA_HOME/rudolph/dataset-sums ;;
*) kept_sums=${HOME-}/.local/share/rudolph/dataset-sums ;;
esac

# "SUM  SET", the way sha256sum writes it; nothing where none is known.
known_sum() {
    for sums in "$here/sha256sums" "$kept_sums"; do
        [ -f "$sums" ] || continue
        sum=$(sed -n "s/^\([0-9a-f]\{64\}\)  $set_name\$/\1/p" "$sums" | tail -n 1)
        if [ -n "$sum" ]; then
            echo "$sum"
            return 0
        fi
    done
}

first_sum=
check_sum() {
    found=$(sha256sum <"$part")
    found=${found%% *}
    wanted=${RUDOLPH_FETCH_SHA256:-$(known_sum)}
    if [ -z "$wanted" ]; then
        first_sum=$found
    elif [ "$found" != "$wanted" ]; then
        rm -f -- "$part"
        fail "what was downloaded has SHA-256 $found and should have $wanted: it is damaged or another archive, and was removed"
    fi
}

if [ -n "$print_sum" ]; then
    sum=$(known_sum)
    [ -n "$sum" ] || fail "no checksum of $set_name is known: fetch it once, from an address that you trust"
    echo "$sum  $set_name"
    exit 0
fi

download_from() {
    echo "Downloading $title"
    echo "  from $1"
    # What begins encrypted stays so, wherever the server leads to.
    case $1 in
    https:*) only="--proto =https" only_wget=--https-only ;;
    *)
        only='' only_wget=''
        echo "  which is not encrypted: anyone between here and there may change it"
        ;;
    esac
    # shellcheck disable=SC2086 # several words, or none
    if command -v curl >/dev/null 2>&1; then
        curl $only --fail --location --retry 3 --continue-at - --output "$part" "$1"
    else
        wget $only_wget --continue --tries=3 --output-document="$part" "$1"
    fi
}

download() {
    for address in $addresses; do
        if download_from "$address"; then
            return 0
        fi
        echo "That did not work." >&2
    done
    return 1
}

if [ -d "$folder" ] && has_faces "$folder"; then
    echo "Already there: $folder"
    say_next
    exit 0
fi
if [ -e "$folder" ] && { [ ! -d "$folder" ] || [ -n "$(ls -A "$folder")" ]; }; then
    fail "$folder is there and is not empty; move it away or name another folder"
fi

command -v curl >/dev/null 2>&1 || need wget curl
need sha256sum coreutils
if [ "$kind" = zip ]; then need unzip unzip; else need gzip gzip && need tar tar; fi
mkdir -p -- "$parent"

# A part that is already whole (the last run may have stopped while unpacking) is not asked for
# again; a server answers with an error when there is nothing left to send.
if [ ! -s "$part" ] || ! is_whole; then
    download || fail "the download did not finish; run this again to go on where it stopped (or remove $part to start over)"
fi
if ! is_whole; then
    rm -f -- "$part"
    fail "what was downloaded is not a whole $kind archive and was removed; run this again"
fi

check_sum

unpacked=$(mktemp -d "$folder.unpacking.XXXXXX")
trap 'rm -rf -- "$unpacked"' EXIT
trap 'exit 130' HUP INT TERM
echo "Unpacking"
if [ "$kind" = zip ]; then
    unzip -qq "$part" -d "$unpacked"
else
    tar -xzf "$part" -C "$unpacked" --no-same-owner
fi
# Archives may hold one folder around everything: the folder that holds the faces is what is wanted.
found=$(find "$unpacked" -name "$sign" -type f | sort | head -n 1)
[ -n "$found" ] || fail "the archive holds no $sign: is this the right address?"
faces=$(dirname -- "$found")
chmod u+rwx,go+rx "$faces"
[ ! -d "$folder" ] || rmdir -- "$folder"
mv -- "$faces" "$folder"
rm -f -- "$part"
echo "Done: $folder"
if [ -n "$first_sum" ]; then
    echo "SHA-256: $first_sum"
    if mkdir -p -- "$(dirname -- "$kept_sums")" && echo "$first_sum  $set_name" >>"$kept_sums"; then
        echo "  Nobody has told which one it should be; it is kept, and later fetches must bring the same."
    fi
fi
say_next
