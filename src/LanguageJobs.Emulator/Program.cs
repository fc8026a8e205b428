using LanguageJobs.Emulator.CommandLine;

return await EmulatorCommand.Create().Parse(args).InvokeAsync();
