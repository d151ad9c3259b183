// Loaded before a contestant: writes what its process took to the file that BENCH_PROBE names, when it ends.
const { writeFileSync } = process.getBuiltinModule('node:fs')
const path = process.env.BENCH_PROBE
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(
    path,
    JSON.stringify({ memoryKib: maxRSS, cpuMs: (userCPUTime + systemCPUTime) / 1000 }),
  )
})
