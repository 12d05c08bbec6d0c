#!/bin/sh
# Makes the namespace, once the server answers; a second run changes nothing.
set -eu

attempts=0
until temporal operator cluster health; do
  attempts=$((attempts + 1))
  [ "$attempts" -lt 60 ] || { echo "Temporal never answered at $TEMPORAL_ADDRESS."; exit 1; }
  sleep 2
done
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
