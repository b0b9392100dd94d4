#!/bin/sh
# Debian's packages for the tests: a browser with its driver and CJK fonts, Java and Maven for a real Neo4j.
# Installs only what is missing, only as root where apt-get is; else the tests that need it say why they skip.
set -u
packages=""
command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 || packages="chromium chromium-driver"
[ -n "$(find /usr/share/fonts -iname '*cjk*' 2>/dev/null | head -n 1)" ] || packages="$packages fonts-noto-cjk"
if [ "${ZWGK_REQUIRE_NEO4J:-}" = 1 ] && [ -z "${NEO4J_URI:-}" ]; then
    command -v java >/dev/null 2>&1 || packages="$packages openjdk-17-jre-headless"
    command -v mvn >/dev/null 2>&1 || packages="$packages maven"
fi
[ -n "$packages" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Not installed, so the tests that need them skip:$packages"
    exit 0
fi
echo "Installing:$packages"
# shellcheck disable=SC2086
apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
