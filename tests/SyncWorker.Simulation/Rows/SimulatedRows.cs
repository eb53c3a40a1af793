namespace SyncWorker.Simulation.Rows;

/// <summary>The rows that people edit in the simulation: one of each kind that the decision rule knows.</summary>
internal static class SimulatedRows
{
    public static SimulatedRow Stage { get; } = new("Sale Stage", ValueKind.Choice, "Sale_Stage__c", "LifeCycle.Stage")
    {
        Followed = "StageName", IsRequired = true, Values = ["Prospect", "Qualified", "Technical Validation", "Business Validation"],
        Words =
        [
            ("Prospecting", "Prospect"), ("Qualification", "Qualified"), ("Needs Analysis", "Qualified"), ("Value Proposition", "Technical Validation"), ("Id. Decision Makers", "Technical Validation"), ("Perception Analysis", "Technical Validation"),
            ("Proposal/Price Quote", "Business Validation"), ("Negotiation/Review", "Business Validation"),
        ],
    };

    public static SimulatedRow CloseDate { get; } = new("Target Close Date", ValueKind.Date, "Target_Close_Date__c", "LifeCycle.TargetCloseDate") { Followed = "CloseDate", IsRequired = true };

    public static SimulatedRow NextStep { get; } = new("Next Step", ValueKind.Text, "Next_Step__c", "LifeCycle.NextSteps") { Followed = "NextStep" };

    public static SimulatedRow Comments { get; } = new("Additional Comments", ValueKind.Text, "Additional_Comments__c", "Project.AdditionalComments");

    public static SimulatedRow Revenue { get; } = new("Expected Monthly AWS Revenue", ValueKind.Money, "Expected_Monthly_AWS_Revenue__c", "Project.ExpectedCustomerSpend[0].Amount") { IsRequired = true };

    public static SimulatedRow Activities { get; } = new("Sales Activities", ValueKind.Set, "Sales_Activities__c", "Project.SalesActivities")
    {
        IsRequired = true, Values = ["Conducted POC / Demo", "Customer has shown interest in solution", "In evaluation / planning stage", "Initialized discussions with customer"],
    };

    public static SimulatedRow Solutions { get; } = new("Solution Offered", ValueKind.Set, "Solution_Offered__c", "")
    {
        EntityType = "Solutions", KeepsWhenEmpty = true, IsRequired = true, Values = ["S-0051244", "S-0052871", "S-0053310"],
        Names = [("Claims Intelligence Platform", "S-0051244"), ("Data Lake Foundation", "S-0052871"), ("Mainframe Modernization Factory", "S-0053310")],
    };

    public static SimulatedRow FirstName { get; } = new("Customer First Name", ValueKind.Text, "Customer_First_Name__c", "Customer.Contacts[0].FirstName") { Followed = "Description", KeepsWhenEmpty = true, IsGrouped = true };

    public static SimulatedRow LastName { get; } = new("Customer Last Name", ValueKind.Text, "Customer_Last_Name__c", "Customer.Contacts[0].LastName") { KeepsWhenEmpty = true, IsGrouped = true };

    public static SimulatedRow Title { get; } = new("Partner Project Title", ValueKind.Text, "Partner_Project_Title__c", "Project.Title") { IsRequired = true };

    public static SimulatedRow AwsNextStep { get; } = new("AWS Next Step", ValueKind.Text, "AWS_Next_Step__c", "LifeCycle.NextSteps") { IsAwsOwned = true };

    public static IReadOnlyList<SimulatedRow> All { get; } = [Stage, CloseDate, NextStep, Comments, Revenue, Activities, Solutions, FirstName, LastName, Title, AwsNextStep];
}
