#!/usr/bin/env bash
# Builds everything and runs every test. The last line is "N passed, N failed".
#   ./test.sh                          all test projects
#   ./test.sh Domain.Tests Web.Tests   only these
# Installs what the tests need where it can (Debian, Ubuntu), says what to do where it can't, and never asks.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

step() { printf '\n==> %s\n' "$*"; }

# Whatever happens, the last line is the result.
give_up() {
  printf 'test.sh: %s\n' "$*" >&2
  printf '0 passed, 1 failed\n'
  exit 1
}

check_sdk() {
  command -v dotnet >/dev/null ||
    give_up "'dotnet' was not found. Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0"
}

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

has_postgres() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

as_root() {
  if [[ "$(id -u)" -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [[ "$(id -u)" -eq 0 ]] || sudo -n true 2>/dev/null; }
}

install_missing() { # packages
  step "Installing $*"
  if as_root apt-get update -qq >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1; then
    return 0
  fi
  tail -n 20 "$log"
  return 1
}

explain_missing() { # packages
  printf 'test.sh: missing: %s. The tests that need it will fail. Install it:\n' "$*"
  printf '  Debian, Ubuntu  sudo apt-get install %s\n' "$*"
  printf '  Fedora          sudo dnf install chromium postgresql-server\n'
  printf '  macOS           brew install --cask chromium && brew install postgresql\n'
}

ensure_tools() {
  local missing=()
  has_chromium || missing+=(chromium)
  has_postgres || missing+=(postgresql)
  if ((${#missing[@]} > 0)); then
    if ! can_install || ! install_missing "${missing[@]}"; then explain_missing "${missing[@]}"; fi
  fi
  command -v node >/dev/null ||
    printf 'Node is not installed: the tests that drive the official JavaScript client will be skipped.\n'
}

# Projects to build: the solution, or the named ones.
targets() {
  if (($# == 0)); then
    echo CleanLogin.sln
    return
  fi
  local name
  for name in "$@"; do
    [[ -d "tests/$name" && "$name" == *.Tests ]] || return 1
    echo "tests/$name"
  done
}

build() { # target
  step "Building $1"
  dotnet restore "$1" --locked-mode -v quiet || give_up "$1 could not be restored from its lock files. After a change of packages: dotnet restore --force-evaluate"
  dotnet build "$1" --no-restore -v quiet -clp:NoSummary || give_up "$1 does not build."
}

run_tests() { # target
  local kind=--project
  if [[ "$1" == *.sln ]]; then kind=--solution; fi
  step "Testing $1"
  dotnet test "$kind" "$1" --no-build --no-ansi --no-progress 2>&1 | tee -a "$log"
}

# Sums the summary blocks. An error is a failure, and so is a run without a single test.
print_result() { # exit code of the runs
  awk -v code="$1" '
    /^Test run summary:/ { summary = 1 }
    summary && $1 == "succeeded:" { passed += $2 }
    summary && $1 == "failed:"    { failed += $2 }
    summary && $1 == "error:"     { failed += $2 }
    summary && $1 == "skipped:"   { skipped += $2; summary = 0 }
    END {
      if (failed == 0 && (passed == 0 || code != 0)) failed = 1
      if (skipped) printf "\n%d skipped, each with its reason above\n", skipped
      printf "\n%d passed, %d failed\n", passed, failed
      exit failed > 0
    }' "$log"
}

main() {
  check_sdk
  local list target code=0
  list="$(targets "$@")" || give_up "unknown test project in '$*'. There are: $(cd tests && echo *.Tests)"
  ensure_tools
  : >"$log"
  for target in $list; do build "$target"; done
  for target in $list; do run_tests "$target" || code=1; done
  print_result "$code"
}

main "$@"
