package lingbao.run;

public class Lingbao {
    public static void main(String[] args) {
        System.out.println("hi");
    }
}
