#!/usr/bin/env bash
#SBATCH --job-name=language-run --array=0-63 --requeue --open-mode=append --output=slurm-%a.log
# A Slurm array: one task for each shard. Submit it from the folder that has the run: sbatch slurm-array.sh run documents.jsonl
# 75 means "come again". With RequeueExit=75 in slurm.conf, Slurm puts such a task back into the queue by itself.
here=${ENGINES:-$SLURM_SUBMIT_DIR}
${POWERSHELL:-pwsh -NoProfile -File} "$here/run-shard.ps1" "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT" "$1" "$2"
code=$?
# A worker that was ended by a signal (143, 137) continues like one that was told to come again.
case $code in 137 | 143) code=75 ;; esac
exit $code
