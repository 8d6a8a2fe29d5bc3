#!/usr/bin/env bash
# Starts the login server and the sample application on this machine. Needs the .NET SDK, nothing else.
#   CLEANLOGIN_PORT  port of the login server (5001)      WEBCLIENT_PORT  port of the sample application (5002)
#   CLEANLOGIN_DATA  folder of the database, keys and logs (./data); the next start finds it as it was left
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
server_port="${CLEANLOGIN_PORT:-5001}"
client_port="${WEBCLIENT_PORT:-5002}"
data="${CLEANLOGIN_DATA:-$root/data}"
server_url="https://localhost:$server_port"
client_url="https://localhost:$client_port"
start_limit=120 # seconds until both must have answered
stop_limit=10   # seconds that a server gets to finish its requests
trust_dir="$HOME/.aspnet/dev-certs/trust"
# Nothing stays behind, build servers neither.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_NOLOGO=1
server_pid=""
client_pid=""

say() { printf '%s\n' "$*"; }
step() { printf '\n==> %s\n' "$*"; }
die() { printf '\ndemo.sh: %s\n' "$*" >&2; exit 1; }

check_sdk() {
  command -v dotnet >/dev/null ||
    die "'dotnet' was not found. Install the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0) and try again."
  local answer
  answer="$(cd "$root" && dotnet --version 2>&1)" ||
    die "no fitting .NET SDK: global.json asks for version 10 (https://dotnet.microsoft.com/download/dotnet/10.0). dotnet says:
$answer"
}

check_port_number() { # name, value
  if [[ "$2" =~ ^[1-9][0-9]{0,4}$ ]] && (($2 <= 65535)); then return 0; fi
  die "$1 must be a port number from 1 to 65535, but is '$2'."
}

is_open() { (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; }

owner_of_port() {
  if command -v lsof >/dev/null; then
    lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print $1 ", process " $2 }'
  elif command -v ss >/dev/null; then
    ss -ltnpH "sport = :$1" 2>/dev/null | sed -n 's/.*(("\([^"]*\)",pid=\([0-9]*\).*/\1, process \2/p' | head -n 1
  fi
}

check_port() { # port, variable that moves it
  is_open "$1" || return 0
  local owner
  owner="$(owner_of_port "$1" || true)"
  die "port $1 is taken${owner:+ (by $owner)}. Stop that program, or choose another port: $2=PORT ./demo.sh"
}

# Chromium and its kin on Linux read certificates from this database. The tool that trusts the certificate fills it only if it exists.
make_browser_store() {
  local store="$HOME/.pki/nssdb"
  if command -v certutil >/dev/null && [[ ! -d "$store" ]]; then
    mkdir -p "$store" && certutil -N -d "sql:$store" --empty-password
  fi
}

explain_browsers() {
  case "$(uname -s)" in
    Linux)
      if command -v certutil >/dev/null; then return 0; fi
      say "Your browser may warn: Chromium and Firefox keep their own list, and certutil, which writes it, is not installed"
      say "  (Debian: apt-get install libnss3-tools; Fedora: dnf install nss-tools). Install it and start again," ;;
    *)
      say "Your browser may warn. Run 'dotnet dev-certs https --trust' yourself and confirm the dialog," ;;
  esac
  say "  or accept the warning once for each of the two addresses. More: docs/operations.md"
}

# .NET, as OpenSSL, trusts what lies in these folders. So the sample application trusts the login server even where no browser does.
trust_for_dotnet() {
  [[ "$(uname -s)" == Linux ]] || return 0
  export SSL_CERT_DIR="$trust_dir:${SSL_CERT_DIR:-/etc/ssl/certs:/etc/pki/tls/certs}"
}

prepare_certificate() {
  step "Development certificate"
  local log="$data/logs/certificate.log"
  trust_for_dotnet
  if [[ "$(uname -s)" == Linux ]]; then make_browser_store >"$log" 2>&1 || true; fi
  if dotnet dev-certs https --check --trust >>"$log" 2>&1; then
    say "Found, trusted."
  elif dotnet dev-certs https --trust >>"$log" 2>&1; then
    say "Made and trusted."
  elif dotnet dev-certs https --check >>"$log" 2>&1; then
    say "Made, but this machine did not let it be trusted everywhere. Details: $log"
  else
    die "no development certificate could be made: $(tail -n 3 "$log")"
  fi
  explain_browsers
}

build() { # project
  step "Building $1"
  dotnet build "$root/src/$1" -p:RestoreLockedMode=true -clp:NoSummary -v minimal -p:UseSharedCompilation=false || die "the build of src/$1 failed, see above."
}

# Not by `dotnet run`: that would stand between us and the server, and leave it behind when it is ended.
launch() { # project, url, then settings as NAME=value
  local project="$1" url="$2"
  shift 2
  cd "$root/src/$project"
  exec env ASPNETCORE_ENVIRONMENT=Development \
    Logging__Console__FormatterName=simple "Logging__Console__FormatterOptions__TimestampFormat=HH:mm:ss " "$@" \
    dotnet "bin/Debug/net10.0/CleanLogin.$project.dll" --urls "$url" >"$data/logs/$project.log" 2>&1 </dev/null
}

start_servers() {
  step "Starting"
  launch Web "$server_url" \
    "Server__Issuer=$server_url" "CLEANLOGIN_DATA=$data" \
    "Clients__web__RedirectUris__0=$client_url/signin-oidc" \
    "Clients__web__PostLogoutRedirectUris__0=$client_url/signout-callback-oidc" &
  server_pid=$!
  launch WebClient "$client_url" "Authority=$server_url" &
  client_pid=$!
  # The shell must not comment on how they end; we do.
  disown "$server_pid" "$client_pid"
}

answers() { # port, path; the certificate is ours, and checked where it matters: between the two servers
  if command -v curl >/dev/null; then
    curl --silent --insecure --fail --noproxy '*' --max-time 5 --output /dev/null "https://localhost:$1$2"
  else
    is_open "$1"
  fi
}

fail_with_log() { # project, what happened
  printf '\n%s\nThe end of %s:\n\n' "$2" "$data/logs/$1.log" >&2
  tail -n 25 "$data/logs/$1.log" >&2
  exit 1
}

wait_until_up() { # project, process, port, path
  local waited=0
  printf 'https://localhost:%s ' "$3"
  until answers "$3" "$4"; do
    kill -0 "$2" 2>/dev/null || fail_with_log "$1" "src/$1 has ended by itself."
    ((waited += 1))
    ((waited <= start_limit)) || fail_with_log "$1" "src/$1 did not answer within $start_limit seconds."
    printf '.'
    sleep 1
  done
  say " answers"
}

welcome() {
  cat <<TEXT

  Sample application   $client_url      <- open this and press "Sign in"
  Login server         $server_url
  People               alice / alice      bob / bob
  Mails                $server_url/dev/mail
  Data and logs        $data

  Press Ctrl-C to stop both.
TEXT
}

stop_one() { # process
  [[ -n "$1" ]] && kill -0 "$1" 2>/dev/null || return 0
  kill -TERM "$1" 2>/dev/null || return 0
  local tenths=0
  while kill -0 "$1" 2>/dev/null && ((tenths < stop_limit * 10)); do
    sleep 0.1
    ((tenths += 1))
  done
  kill -KILL "$1" 2>/dev/null || true
}

stop_servers() {
  trap '' INT TERM HUP
  stop_one "$client_pid"
  stop_one "$server_pid"
}

stay() {
  while sleep 1; do
    kill -0 "$server_pid" 2>/dev/null || fail_with_log Web "The login server has ended by itself."
    kill -0 "$client_pid" 2>/dev/null || fail_with_log WebClient "The sample application has ended by itself."
  done
}

main() {
  check_port_number CLEANLOGIN_PORT "$server_port"
  check_port_number WEBCLIENT_PORT "$client_port"
  [[ "$server_port" != "$client_port" ]] || die "CLEANLOGIN_PORT and WEBCLIENT_PORT are both $server_port."
  check_sdk
  check_port "$server_port" CLEANLOGIN_PORT
  check_port "$client_port" WEBCLIENT_PORT
  # Keys lie in there: for this account only.
  (umask 077 && mkdir -p "$data/logs")
  data="$(cd "$data" && pwd)"
  prepare_certificate
  build Web
  build WebClient
  trap stop_servers EXIT
  trap 'say; say "Stopping."; exit 0' INT TERM HUP
  start_servers
  wait_until_up Web "$server_pid" "$server_port" /health/ready
  wait_until_up WebClient "$client_pid" "$client_port" /
  welcome
  stay
}

main "$@"
