# What the clients share: a server with two people, a LightDoc client, the signers' browsers; all
# with curl alone. Sourced with the program's path as an argument (default: the debug build).
set -euo pipefail
client=$(basename "$0")
root=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
tamga=${1:-$root/.build/debug/tamga}
work=$(mktemp -d)
export TAMGA_DATA_DIR=$work/data
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$client: FAILED: $*" >&2
    [ ! -s "$work/log" ] || tail -n 20 "$work/log" >&2
    exit 1
}
passed=0
is() { # is WHAT ACTUAL EXPECTED
    [ "$2" = "$3" ] || fail "$1: got '$2', expected '$3'"
    passed=$((passed + 1))
    echo "ok - $1"
}

# --- people, token, server --------------------------------------------------------------------
"$tamga" user add --email author@example.org --name 'Петров Петр Петрович' --account Ромашка \
    --verified >/dev/null
"$tamga" user add --email anna@example.org --name 'Сидорова Анна' --account Ромашка \
    --verified >/dev/null
everything=(--permission accountDocuments --permission personalDocuments
    --permission signDocuments --permission issueSignature)
token=$("$tamga" token issue --user author@example.org --name client "${everything[@]}")
annas=$("$tamga" token issue --user anna@example.org --name 'Chrome/Mac OS X' "${everything[@]}")

"$tamga" serve --listen 127.0.0.1:0 >"$work/out" 2>"$work/log" &
server=$!
for _ in $(seq 600); do
    grep -q 'listening on' "$work/out" && break
    kill -0 "$server" 2>/dev/null || fail "the server did not start"
    sleep 0.1
done
base=$(sed -n 's/^tamga listening on //p' "$work/out")
base=${base%/}

# api METHOD PATH [curl arguments…]: the body on standard output, the status in $work/status
api() {
    local method=$1 path=$2
    shift 2
    curl -sS -X "$method" -H "Authorization: Bearer ${TOKEN:-$token}" -o "$work/body" \
        -w '%{http_code}' "$base$path" "$@" >"$work/status"
    cat "$work/body"
}
status() { cat "$work/status"; }
state() { api GET "/v1/documents/$1/status" | jq -r .status; }
await() { # await ID STATE
    for _ in $(seq 200); do
        [ "$(state "$1")" = "$2" ] && break
        sleep 0.1
    done
    is "document becomes $2" "$(state "$1")" "$2"
}

# A PDF with one page of its own, by hand: objects, table, trailer.
sample() { # sample FILE TEXT
    local body="BT /F1 24 Tf 72 720 Td ($2) Tj ET"
    {
        local offsets=() n=0
        : >"$work/pdf"
        printf '%%PDF-1.7\n' >>"$work/pdf"
        for object in '<</Type/Catalog/Pages 2 0 R>>' '<</Type/Pages/Kids[3 0 R]/Count 1>>' \
            '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>' \
            "<</Length ${#body}>>stream
$body
endstream" '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'; do
            n=$((n + 1))
            offsets+=("$(stat -c %s "$work/pdf")")
            printf '%d 0 obj\n%s\nendobj\n' "$n" "$object" >>"$work/pdf"
        done
        local start
        start=$(stat -c %s "$work/pdf")
        printf 'xref\n0 %d\n0000000000 65535 f \n' $((n + 1)) >>"$work/pdf"
        printf '%010d 00000 n \n' "${offsets[@]}" >>"$work/pdf"
        printf 'trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' $((n + 1)) "$start" \
            >>"$work/pdf"
    }
    mv "$work/pdf" "$1"
}
sample "$work/one.pdf" 'Contract 123'
sample "$work/two.pdf" 'Annex'

signer() { # signer LAST FIRST EMAIL TYPE NUMBER
    jq -nc --arg l "$1" --arg f "$2" --arg e "$3" --arg t "$4" --argjson n "$5" \
        '{lastName:$l,firstName:$f,email:$e,approveType:$t,number:$n}'
}
create() { # create NAME SEQUENTIAL SIGNER…: prints the id
    local name=$1 sequential=$2
    shift 2
    printf '%s\n' "$@" | jq -sc --arg n "$name" --argjson s "$sequential" \
        '{id:"crm-1",name:$n,isSequential:$s,signers:.}' |
        api POST /v1/documents -H 'Content-Type: application/json' --data-binary @- |
        jq -r .documentID
}
upload() { # upload ID FILE…
    local id=$1 files=()
    shift
    for file in "$@"; do files+=(-F "files=@$file;type=application/pdf"); done
    api POST "/v1/documents/$id/files" "${files[@]}"
}

# --- the signer's browser ---------------------------------------------------------------------
letters() { "$tamga" mail list --json; }
link() { # link EMAIL DOCUMENT: the newest signing link for this person
    for _ in $(seq 100); do
        local found
        found=$(letters | jq -r --arg e "$1" --arg d "$2" \
            '[.[]|select(.to==$e)|select(.subject|contains($d))|.links[]|select(contains("/sign/"))]|last // ""')
        [ -z "$found" ] || { echo "$found"; return; }
        sleep 0.1
    done
    fail "no link for $1 to $2"
}
code() { # code EMAIL COUNT: the newest code once there are COUNT of them
    for _ in $(seq 100); do
        local codes
        codes=$(letters | jq -c --arg e "$1" '[.[]|select(.to==$e)|.code//empty]')
        [ "$(jq length <<<"$codes")" -lt "$2" ] || { jq -r last <<<"$codes"; return; }
        sleep 0.1
    done
    fail "no code for $1"
}
submit() { # submit LINK ACTION [curl arguments…]: fills the form that posts to ACTION
    local link=$1 action=$2
    shift 2
    curl -sS -b "$work/jar" -c "$work/jar" "$link" >"$work/page"
    local hidden=()
    while IFS= read -r pair; do hidden+=(--data-urlencode "$pair"); done < <(
        tr '\n' ' ' <"$work/page" | grep -o '<form[^>]*>.*' | sed 's/<form/\n<form/g' |
            grep "action=\"[^\"]*/$action\"" | head -n 1 |
            grep -oE '<input[^>]*type="hidden"[^>]*>' |
            sed -E 's/.*name="([^"]*)".*value="([^"]*)".*/\1=\2/')
    curl -sS -b "$work/jar" -c "$work/jar" -o "$work/page" -w '%{http_code}' \
        -H "Origin: $base" "$link/$action" "${hidden[@]}" "$@"
}
page_state() { curl -sS "$1" | grep -o 'data-state="[a-z]*"' | sed 's/.*"\(.*\)"/\1/'; }
sign_page() { # sign_page EMAIL DOCUMENT CODES-BEFORE
    local link
    link=$(link "$1" "$2")
    is "$1 asks for a code" "$(submit "$link" code)" 303
    is "$1 signs on the page" \
        "$(submit "$link" sign --data-urlencode "code=$(code "$1" $(($3 + 1)))" -d consent=on)" 303
    is "$1 sees it signed" "$(page_state "$link")" signed
}
