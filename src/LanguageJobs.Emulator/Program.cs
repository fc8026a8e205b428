using LanguageJobs.Emulator.CommandLine;

return await EmulatorCommand.Parse(args, Environment.GetEnvironmentVariable).InvokeAsync();
