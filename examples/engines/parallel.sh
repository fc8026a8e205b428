#!/usr/bin/env bash
# GNU parallel: four shards at a time on this machine. Usage: parallel.sh SHARDS RUN INPUT
# Run it again, and only the shards that ended with 75 are repeated: parallel repeats what failed, and 75 alone is a failure here.
here=$(cd "$(dirname "$0")" && pwd)
shards=$1 run=$2 input=$3 log=$2.joblog
worker() {
  ${POWERSHELL:-pwsh -NoProfile -File} "$1/run-shard.ps1" "${@:2}"
  code=$?
  case $code in
    75 | 137 | 143) exit 75 ;;
    # 3 and 4 are for a person, and repeating would change nothing; neither would it with 64 and 73.
    *) echo "$2 $code" >>"$4.codes" ;;
  esac
}
export -f worker
if [ -e "$log" ]; then
  parallel --jobs 4 --joblog "$log" --retry-failed
else
  seq 0 $((shards - 1)) | parallel --jobs 4 --joblog "$log" worker "$here" {} "$shards" "$run" "$input"
fi
# Shards that come again count first, then what is worst.
if awk 'NR > 1 { last[$1] = $7 } END { for (i in last) if (last[i] == 75) exit 1 }' "$log"; then
  for code in 64 73 4 3; do
    if grep -q " $code\$" "$run.codes"; then exit "$code"; fi
  done
else
  exit 75
fi
